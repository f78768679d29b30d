//! `kiosk-guide.html`: how an officer sets the kiosk up, and what to do when. Japanese only, native only.

use maud::{DOCTYPE, Markup, html};

use super::site;

/// Chromium as a kiosk. What it asks and offers by itself is switched off.
const CHROMIUM: &str = "chromium --kiosk --noerrdialogs --disable-infobars --disable-session-crashed-bubble \\
  --disable-pinch --overscroll-history-navigation=0 --disable-features=Translate \\
  --autoplay-policy=no-user-gesture-required --check-for-update-interval=31536000 \\
  --user-data-dir=/var/lib/shigoto-kiosk \\
  'https://（公開ページ）/kiosk.html'";

/// A unit that starts the browser again whenever it ends.
const SYSTEMD: &str = "# /etc/systemd/system/shigoto-kiosk.service
[Unit]
Description=Shigoto kiosk
After=graphical.target network-online.target
Wants=network-online.target

[Service]
User=kiosk
Environment=DISPLAY=:0
ExecStart=/usr/local/bin/shigoto-kiosk.sh
Restart=always
RestartSec=5

[Install]
WantedBy=graphical.target";

/// Settings with every name there is.
const SETTINGS: &str = r#"{
  "seconds": 16,
  "languages": ["ja", "en", "ja", "ja-easy"],
  "idle": 60,
  "warning": 20,
  "night": "22:00-06:00",
  "share": "https://（公開ページ）/",
  "pin": "（4〜8桁の数字）",
  "data": "new/kpi_actuals.csv",
  "data_minutes": 30,
  "version_minutes": 60,
  "scenes": null
}"#;

/// The settings: name, what it says, what it may be.
const NAMES: [(&str, &str, &str); 11] = [
    ("seconds", "1つの場面を映す秒数", "5〜600"),
    (
        "languages",
        "順に使う言語。すべての場面を映し終えると、次の言語に移る。同じものを何度書いてもよい",
        "ja, en, ja-easy",
    ),
    ("idle", "触れられなくなってから、お知らせを出すまでの秒数", "10〜3600"),
    ("warning", "お知らせを出してから、はじめの画面に戻るまでの秒数", "20〜300"),
    ("night", "画面を暗くする時間帯", "22:00-06:00 の形、または off"),
    ("share", "持ち帰り用QRコードに入れる、公開ページの場所。書かないとボタンは出ない", "https://…/"),
    ("pin", "記録の画面を開く暗証番号。書かないと開けない", "数字4〜8桁"),
    ("data", "新しいデータを見に行く場所", "kiosk.html から見た場所"),
    ("data_minutes", "データを見に行く間隔（分）", "1〜1440"),
    ("version_minutes", "夜間に新しい版を見に行く間隔（分）", "10〜1440"),
    (
        "scenes",
        "映す場面と順番。書かないとすべて",
        "alone, directions, furthest, split, works, maintain, top, strength, goals, largest, threat, years, issue, zero",
    ),
];

/// What is seen, and what to do about it.
const WHEN: [(&str, &str); 9] = [
    (
        "画面が止まって見える",
        "「動かす」と出ていれば、来場者が止めています。1分半ほどで自動で動き出します。それ以上止まっていれば、記録の画面から「読み込み直す」を押します。",
    ),
    ("画面が暗い", "夜の時間帯の設定（night）です。触れると明るくなります。"),
    (
        "「通信が切れました」と記録にある",
        "表示はそのまま続きます。通信が戻れば、データと新しい版の確認を自動で再開します。",
    ),
    (
        "「場面を外しました」と記録にある",
        "その場面を描けませんでした。ほかの場面は続き、1時間後にもう一度試します。くり返すときは読み込み直してください。",
    ),
    (
        "「設定…は使えません」と記録にある",
        "kiosk.json かアドレスの値の誤りです。その項目は、はじめの値で動いています。使える値も記録に出ます。",
    ),
    (
        "「誤り」とデータ名が記録にある",
        "新しいデータに誤りがあり、取り込まれませんでした。前のデータを表示し続けています。ファイルを直すと、次の確認で取り込みます。",
    ),
    ("QRコードのボタンが出ない", "share に公開ページの場所を書いてください。"),
    (
        "ブラウザーごと消えた",
        "systemd や割り当てアクセスが数秒で起動し直します。起動しないときは、端末の電源を入れ直します。",
    ),
    (
        "真っ白のまま",
        "通信がない状態で起動した可能性があります。通信を確かめるか、USBメモリーの standalone.html を使ってください。",
    ),
];

/// The whole page. `css` is the guide's stylesheet.
pub fn document(css: &str) -> Markup {
    html! {
        (DOCTYPE)
        html lang="ja" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "展示用画面の手引き" }
                meta name="color-scheme" content="light dark";
                link rel="icon" href=(site::ICON);
                link rel="stylesheet" href=(css);
            }
            body {
                header class="guide-head" {
                    h1 { "展示用画面の手引き" }
                    p class="lead" { "タッチパネルや大型画面に kiosk.html を映し続けるための、職員向けの手引きです。" }
                }
                main id="main" { (begin()) (linux()) (others()) (settings()) (care()) }
            }
        }
    }
}

fn begin() -> Markup {
    html! {
        section {
            h2 { "はじめに" }
            p { "ブラウザーで kiosk.html を開き、全画面にするだけで動きます。画面は自動でくり返し、触れるとその場面を自由に見られます。1分間触れられないと、20秒前にお知らせを出してから、はじめの状態に戻ります。来場者の操作は何も残りません。" }
            p { "画面の大きさに合わせて文字も大きくなります。縦置き・横置きのどちらでも使えます。" }
            p { "画面のスリープと省電力は、端末の設定で切ってください。ページからも画面を消さないよう求めますが、端末の設定が優先されます。" }
        }
    }
}

fn linux() -> Markup {
    html! {
        section {
            h2 { "Linux（Chromium）" }
            p { "専用の利用者 kiosk で、次の内容を /usr/local/bin/shigoto-kiosk.sh に置き、実行できるようにします。" }
            pre { code { "#!/bin/sh\nexec " (CHROMIUM) } }
            p { "落ちても数秒で起動し直すよう、systemd に登録します。" }
            pre { code { (SYSTEMD) } }
            pre { code { "sudo systemctl daemon-reload\nsudo systemctl enable --now shigoto-kiosk" } }
        }
    }
}

fn others() -> Markup {
    html! {
        section {
            h2 { "Windows（割り当てアクセス）" }
            ol {
                li { "「設定」→「アカウント」→「他のユーザー」→「キオスク」→「開始する」を選びます。" }
                li { "キオスク用のアカウントを作り、アプリに Microsoft Edge を選びます。" }
                li { "「デジタル署名または対話型ディスプレイとして」を選び、kiosk.html の場所を入れます。" }
                li { "「電源とバッテリー」で、画面とスリープを「なし」にします。端末を再起動すると、自動で始まります。" }
            }
        }
        section {
            h2 { "iPad（アクセスガイド）" }
            ol {
                li { "Safari で kiosk.html を開き、共有から「ホーム画面に追加」を選びます。" }
                li { "「設定」→「アクセシビリティ」→「アクセスガイド」をオンにし、パスコードを決めます。" }
                li { "「設定」→「画面表示と明るさ」→「自動ロック」を「なし」にします。" }
                li { "ホーム画面から開き、上のボタン（またはホームボタン）を3回押して「開始」します。終わるときも3回押します。" }
            }
        }
        section {
            h2 { "通信がない場所（USBメモリー）" }
            p { "standalone.html を1つコピーするだけで動きます。ファイルを開き、アドレスの最後に ?kiosk を付けます。設定は kiosk.json ではなく、アドレスに書きます。" }
            pre { code { "file:///media/usb/standalone.html?kiosk&seconds=20&languages=ja,en&pin=（4〜8桁の数字）" } }
            p { "新しい版に替えるには、ファイルを置き換えて読み込み直します。" }
        }
    }
}

fn settings() -> Markup {
    html! {
        section {
            h2 { "設定" }
            p { "kiosk.html と同じ場所の kiosk.json に書きます。同じ名前をアドレスに書くと、そちらが優先されます（例：kiosk.html?seconds=20）。" }
            pre { code { (SETTINGS) } }
            table {
                thead { tr { th scope="col" { "名前" } th scope="col" { "意味" } th scope="col" { "使える値" } } }
                tbody { @for (name, says, may) in NAMES { tr { th scope="row" { code { (name) } } td { (says) } td { (may) } } } }
            }
        }
    }
}

fn care() -> Markup {
    html! {
        section {
            h2 { "記録の画面" }
            p { "画面の左上の角を3秒ほど押して離し、暗証番号（pin）を入れると、記録と「読み込み直す」が出ます。記録は端末の中だけにあり、来場者の操作は含みません。" }
        }
        section {
            h2 { "こんなときは" }
            dl { @for (seen, act) in WHEN { dt { (seen) } dd { (act) } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NAMES, document};
    use crate::model::scenes::Fact;
    use crate::widget::kiosk::settings::NAMES as KNOWN;

    #[test]
    fn every_setting_is_told_and_none_that_does_not_exist() {
        let mut told = NAMES.map(|(name, ..)| name);
        let mut known = KNOWN;
        told.sort_unstable();
        known.sort_unstable();
        assert_eq!(told, known);
    }

    #[test]
    fn every_scene_is_told() {
        let text = document("x.css").into_string();
        assert!(Fact::NAMES.iter().all(|name| text.contains(name)));
    }
}
