//! What scripts are told of the widgets there are, as JSON: no script has a list of its own.

use serde_json::json;

use crate::markup::api::Declared;
use crate::markup::offer;

/// Names of the elements, in page order.
pub fn kinds() -> String {
    json!(offer::elements().map(|element| element.name).collect::<Vec<_>>()).to_string()
}

/// Own attributes by element, in page order.
pub fn attributes() -> String {
    let names = |element: &Declared| element.attributes.iter().map(|own| own.name).collect::<Vec<_>>();
    let own = offer::elements().map(|element| format!("{}:{}", json!(element.name), json!(names(&element))));
    format!("{{{}}}", own.collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::{attributes, kinds};
    use serde_json::{Value, from_str};

    #[test]
    fn it_is_json_of_the_same_widgets() -> Result<(), serde_json::Error> {
        let (kinds, attributes): (Vec<String>, Value) = (from_str(&kinds())?, from_str(&attributes())?);
        assert!(
            kinds
                .iter()
                .all(|kind| attributes.get(kind).and_then(Value::as_array).is_some_and(|names| !names.is_empty()))
        );
        assert_eq!(attributes.as_object().map(serde_json::Map::len), Some(kinds.len()));
        Ok(())
    }
}
