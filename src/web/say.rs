//! What the widgets tell the page: events with plain objects as detail.

#[cfg(not(small))]
use serde::ser::SerializeMap as _;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

#[cfg(not(small))]
use crate::error::{Fault, FaultLang};

/// What an event tells.
#[derive(Clone, Copy)]
pub enum Detail<'a> {
    /// A string.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// An empty list.
    Nothing,
    /// Faults of a file, told in a language.
    #[cfg(not(small))]
    Faults(&'a [Fault], FaultLang),
}

impl serde::Serialize for Detail<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Nothing => serializer.collect_seq::<[(); 0]>([]),
            #[cfg(not(small))]
            Self::Faults(faults, lang) => serializer.collect_seq(faults.iter().map(|fault| Told(fault, *lang))),
        }
    }
}

/// A fault as the page gets it: path, line, column, message. What is unknown is `null`.
#[cfg(not(small))]
struct Told<'a>(&'a Fault, FaultLang);

#[cfg(not(small))]
impl serde::Serialize for Told<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(fault, lang) = self;
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("path", fault.path())?;
        map.serialize_entry("line", &fault.line_number())?;
        map.serialize_entry("column", &fault.column())?;
        map.serialize_entry("message", &fault.message(*lang))?;
        map.end()
    }
}

/// A plain object. Maps, not structs: for these `serde-wasm-bindgen` keeps no table of names.
pub fn object<'a>(entries: impl IntoIterator<Item = (&'a str, Detail<'a>)>) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    serde::Serializer::collect_map(&serializer, entries).map_err(JsValue::from)
}

/// Sends an event with named details.
pub fn send(element: &HtmlElement, name: &str, detail: &[(&str, Detail<'_>)]) {
    if let Ok(detail) = object(detail.iter().map(|(name, value)| (*name, *value))) {
        dispatch(element, name, &detail);
    }
}

/// Sends an event that bubbles out of shadow trees.
pub fn dispatch(element: &HtmlElement, name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    init.set_bubbles(true);
    init.set_composed(true);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        element.dispatch_event(&event).ok();
    }
}
