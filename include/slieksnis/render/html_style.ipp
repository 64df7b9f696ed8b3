// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Black on white throughout: nothing is lost on a black-and-white printer. On paper a heading stays with
/// what follows, a row is not split, and the head of a table is repeated on each page.
inline constexpr std::string_view html_style = R"css(
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 1.5rem auto; padding: 0 1rem; max-width: 56rem; background: #fff; color: #000;
  font: 1rem/1.4 "Liberation Sans", Arial, Helvetica, sans-serif; overflow-wrap: anywhere }
h1 { margin: 0 0 .6rem; font-size: 1.5rem }
h2 { margin: 1.6rem 0 .4rem; padding-bottom: .15rem; border-bottom: 1px solid #000; font-size: 1.2rem }
h3 { margin: .9rem 0 .2rem; font-size: 1rem }
p { margin: .3rem 0 }
ul, ol { margin: .2rem 0 .6rem; padding-left: 1.5rem }
li { margin: .15rem 0 }
a { color: #003a8c }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .9rem; margin: 0 }
dt { color: #333 }
dd { margin: 0 }
.checksum { font-family: "Liberation Mono", monospace; font-size: .8em }
.result { margin: 1rem 0; padding: .5rem .8rem; border: 2px solid #000 }
.result h2 { margin: 0 0 .2rem; padding: 0; border: 0; font-size: 1rem }
.result ul { margin: 0; padding: 0; list-style: none }
.result li { font-size: 1.15rem; font-weight: bold }
table { width: calc(100% - 1px); margin: .5rem 0 .8rem; border-collapse: collapse; table-layout: fixed;
  font-size: .9rem }
caption { padding: .2rem 0; text-align: left; font-size: 1rem; font-weight: bold }
th, td { padding: .25rem .4rem; border: 1px solid #767676; text-align: left; vertical-align: top }
thead th { background: #ececec }
tbody th { font-weight: normal }
td.value { text-align: right; font-weight: bold }
td div + div { margin-top: .15rem }
.formula { padding-left: .9rem; text-indent: -.9rem }
.steps col.title { width: 25% }
.steps col.value { width: 19% }
.steps col.when { width: 13% }
.steps col.source { width: 8% }
.facts col.title { width: 48% }
.facts col.value { width: 24% }
.granted col.title { width: 30% }
.granted col.value { width: 18% }
.signature { display: flex; gap: 2rem; margin: 2.5rem 0 1rem }
.signature p { display: flex; flex: 1; gap: .5rem }
.signature p + p { flex: .5 }
.signature span { flex: 1; border-bottom: 1px solid #000 }
footer { color: #333; font-size: .85rem }
@page { size: A4; margin: 15mm 15mm 17mm }
@page { @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Liberation Sans", Arial, sans-serif } }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt }
  table { font-size: 8.5pt }
  a { color: #000; text-decoration: none }
  h1, h2, h3, caption { break-after: avoid }
  thead { display: table-header-group }
  tr, li, dl, .result, .signature { break-inside: avoid }
  p, li { orphans: 3; widows: 3 }
}
)css";

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
