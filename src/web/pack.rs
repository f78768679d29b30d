//! `Pack`: what widgets of one language work with, read once for all of them on a page.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::data::Dataset;
#[cfg(not(small))]
use crate::data::glossary::GlossaryData;
#[cfg(not(small))]
use crate::data::pack::CompletePack as Read;
#[cfg(small)]
use crate::data::pack::VisitPack as Read;
use crate::data::packed::unpack;
use crate::locale::Lang;
use crate::markup;

/// Said to whoever listens for `shigoto-error`.
const BROKEN: &str = "broken pack";

/// Data shown. Those of a visit stay for good: the code to free them need not travel.
#[cfg(small)]
pub type Shared = Rc<std::mem::ManuallyDrop<Dataset>>;
/// Data shown.
#[cfg(not(small))]
pub type Shared = Rc<Dataset>;

/// A language, and the city's data.
#[wasm_bindgen]
#[derive(Clone)]
pub struct Pack {
    pub(super) lang: Lang,
    /// In the visit's module translated, else in their own words.
    pub(super) data: Shared,
    #[cfg(not(small))]
    pub(super) glossary: Rc<GlossaryData>,
}

#[wasm_bindgen]
impl Pack {
    /// Reads a pack.
    ///
    /// # Errors
    /// When it is broken, or made for another build.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Self, JsValue> {
        let pack: Read = unpack(text).map_err(|_| BROKEN)?;
        let lang = Lang::new(pack.language).ok_or(BROKEN)?;
        #[cfg(small)]
        let data = std::mem::ManuallyDrop::new(pack.data);
        #[cfg(not(small))]
        let data = pack.data;
        Ok(Self {
            lang,
            data: Rc::new(data),
            #[cfg(not(small))]
            glossary: Rc::new(pack.glossary),
        })
    }

    /// Another handle on the same.
    #[cfg(not(small))]
    pub fn copy(&self) -> Self {
        self.clone()
    }

    /// What to show in place of a widget that stopped: a line of its language, and the button that starts it again.
    #[wasm_bindgen(js_name = brokenNotice)]
    pub fn broken_notice(&self) -> String {
        markup::text(self.lang, markup::notice::broken(self.lang))
    }
}
