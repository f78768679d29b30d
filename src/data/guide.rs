//! `data/interface/guide/<tag>.json`: the texts of the embed guide. Only the prerenderer reads them.

use super::record::records;

records! {
    /// Everything the guide says in one language.
    pub struct GuideTexts {
        /// Title of the page.
        pub title: String,
        /// What it is for.
        pub lead: String,
        /// Link to the page of the widgets.
        pub to_page: String,
        /// Link to the guide in the other language, in that language.
        pub to_other: String,
        /// Link past the head.
        pub skip: String,
        /// Name of the list of sections.
        pub contents: String,
        /// Choosing and previewing.
        pub choose: ChooseTexts,
        /// The code to copy.
        pub copy: CopyTexts,
        /// The widgets by name, in page order.
        pub widgets: Vec<WidgetText>,
        /// The attributes one can choose from.
        pub attributes: Vec<AttributeText>,
        /// The policy to ask for.
        pub policy: PolicyTexts,
        /// The other sections, in page order.
        pub sections: Vec<Section>,
        /// What stands in the HTML without scripts.
        pub plain: PlainTexts,
    }
}

records! {
    /// Texts of the form.
    pub struct ChooseTexts {
        /// Heading.
        pub title: String,
        /// How it works.
        pub lead: String,
        /// Without scripts.
        pub without_scripts: String,
        /// Name of the choice of widgets.
        pub widget: String,
        /// Name of a widget's own choices.
        pub own: String,
        /// Name of the choices all widgets have.
        pub common: String,
        /// A default, `{name}` being what it is called.
        pub by_default: String,
        /// A fiscal year, `{year}`.
        pub year: String,
        /// Heading of the preview.
        pub preview: String,
        /// What the preview is.
        pub preview_note: String,
        /// Why there is none on `file:`.
        pub no_preview: String,
    }
}

records! {
    /// Texts around the code.
    pub struct CopyTexts {
        /// Heading.
        pub title: String,
        /// How to use it.
        pub lead: String,
        /// Said on `file:`, where nobody knows the address.
        pub unknown_address: String,
        /// Stands for that address.
        pub placeholder: String,
        /// Button.
        pub button: String,
        /// Said after copying.
        pub copied: String,
        /// Said after selecting, where copying is not allowed.
        pub selected: String,
        /// Custom element.
        pub element: SnippetText,
        /// Iframe.
        pub frame: SnippetText,
        /// Picture.
        pub picture: SnippetText,
        /// Plain HTML.
        pub plain: SnippetText,
        /// Button that fetches the plain HTML.
        pub plain_show: String,
        /// Link to the file of the plain HTML.
        pub plain_file: String,
        /// Said when it cannot be fetched.
        pub plain_failed: String,
    }
}

records! {
    /// One way of embedding.
    pub struct SnippetText {
        /// Heading.
        pub title: String,
        /// When to use it.
        pub text: String,
    }
}

records! {
    /// One widget.
    pub struct WidgetText {
        /// `swot`, `lq`, `kpi`.
        pub name: String,
        /// What it is called.
        pub title: String,
        /// What it shows.
        pub text: String,
    }
}

records! {
    /// One attribute.
    pub struct AttributeText {
        /// The widget that has it, `all` for all.
        pub on: String,
        /// Its name.
        pub name: String,
        /// What it is called.
        pub label: String,
        /// What holds without it, where no value does.
        pub automatic: Option<String>,
        /// The values that the data do not name.
        pub values: Vec<ValueText> = <Vec<ValueText>>::default(),
    }
}

records! {
    /// One value.
    pub struct ValueText {
        /// As written in the attribute.
        pub value: String,
        /// What it is called.
        pub label: String,
    }
}

records! {
    /// Texts about the Content-Security-Policy.
    pub struct PolicyTexts {
        /// Name of the policy's own text.
        pub header: String,
        /// Opens what happens without a directive.
        pub without: String,
        /// One for each directive, in the policy's order.
        pub directives: Vec<DirectiveText>,
    }
}

records! {
    /// One directive.
    pub struct DirectiveText {
        /// Its name.
        pub name: String,
        /// What it is for.
        pub why: String,
        /// What happens without it.
        pub without: String,
    }
}

records! {
    /// One section of explanation.
    pub struct Section {
        /// Its anchor.
        pub id: String,
        /// Heading.
        pub title: String,
        /// What it says.
        pub body: Vec<Block>,
    }
}

records! {
    /// One block of a section.
    pub struct Block {
        /// `text`, `list`, `steps`, `code`; `policy` and `attributes` stand for those lists and have no items.
        pub kind: String,
        /// Paragraphs, points, steps or lines.
        pub items: Vec<String>,
    }
}

records! {
    /// Column headings of the plain HTML, and its link.
    pub struct PlainTexts {
        /// The link to the widget.
        pub link: String,
        /// Code of a factor or strategy.
        pub code: String,
        /// Kind of a factor; quadrant of a strategy.
        pub kind: String,
        /// Its wording.
        pub text: String,
        /// Explanation.
        pub detail: String,
        /// Caption of the factors.
        pub factors: String,
        /// Caption of the strategies.
        pub strategies: String,
        /// Name of a key issue.
        pub issue: String,
        /// A KPI's name.
        pub kpi: String,
        /// Latest reading.
        pub actual: String,
    }
}
