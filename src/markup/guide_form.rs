//! The guide's form: what can be chosen, from the table of attributes. Native only.

use maud::{Markup, html};

use super::api::{self, Attribute, Naming, Value};
use super::guide::Guide;
use crate::data::guide::AttributeText;

impl Guide<'_> {
    /// The form and the preview; a notice without scripts.
    pub(super) fn choose(&self) -> Markup {
        let choose = &self.texts.choose;
        let elements = api::elements(self.data);
        html! {
            section id="choose" aria-labelledby="choose-title" {
                h2 id="choose-title" { (choose.title) }
                p class="without" { (choose.without_scripts) }
                div class="builder" hidden data-placeholder=(self.texts.copy.placeholder) {
                    p { (choose.lead) }
                    form {
                        fieldset class="widgets" {
                            legend { (choose.widget) }
                            @for (index, widget) in self.texts.widgets.iter().enumerate() {
                                label {
                                    input type="radio" name="widget" value=(widget.name) checked[index == 0];
                                    span { b { (widget.title) } small { (widget.text) } }
                                }
                            }
                        }
                        @for (index, element) in elements.iter().enumerate() {
                            (self.choices(&choose.own, element.kind.name(), &element.own, index > 0))
                        }
                        (self.choices(&choose.common, "all", &api::common(self.lang.choices()), false))
                    }
                    h3 id="preview-title" { (choose.preview) }
                    p class="note" { (choose.preview_note) }
                    p class="no-preview" hidden { (choose.no_preview) }
                    div class="preview" role="region" aria-labelledby="preview-title" {}
                }
            }
        }
    }

    /// A select for each attribute with more than one value.
    fn choices(&self, legend: &str, on: &str, attributes: &[Attribute], is_hidden: bool) -> Markup {
        let offered: Vec<&Attribute> = attributes.iter().filter(|attribute| attribute.listed().len() > 1).collect();
        html! {
            @if !offered.is_empty() {
                fieldset class="choices" data-for=(on) hidden[is_hidden] {
                    legend { (legend) }
                    @for attribute in offered { (self.choice(on, attribute)) }
                }
            }
        }
    }

    fn choice(&self, on: &str, attribute: &Attribute) -> Markup {
        let text = self.attribute_text(on, attribute.name);
        let by_default = attribute.listed().iter().find(|value| value.text == attribute.default);
        let default_label = match by_default {
            Some(value) => self.texts.choose.by_default.replace("{name}", &self.label(text, value)),
            None => text.and_then(|text| text.automatic.clone()).unwrap_or_default(),
        };
        html! {
            label {
                span { (text.map_or(attribute.name, |text| &text.label)) }
                select name=(format!("{on}-{}", attribute.name)) data-attribute=(attribute.name) data-default=(attribute.default) {
                    option value="" { (default_label) }
                    @for value in attribute.listed().iter().filter(|value| value.text != attribute.default) {
                        option value=(value.text) { (self.label(text, value)) }
                    }
                }
            }
        }
    }

    /// What the texts say of an attribute.
    pub(super) fn attribute_text(&self, on: &str, name: &str) -> Option<&AttributeText> {
        self.texts.attributes.iter().find(|text| text.on == on && text.name == name)
    }

    fn label(&self, text: Option<&AttributeText>, value: &Value) -> String {
        match &value.naming {
            // A code says something beside its name, an id does not.
            Naming::Printed(name) if value.text.starts_with(|letter: char| letter.is_ascii_lowercase()) => name.clone(),
            Naming::Printed(name) => format!("{} {name}", value.text),
            Naming::Year => self.texts.choose.year.replace("{year}", &value.text),
            Naming::Guide => {
                let named = text.and_then(|text| text.values.iter().find(|named| named.value == value.text));
                named.map_or_else(|| value.text.clone(), |named| named.label.clone())
            }
        }
    }
}
