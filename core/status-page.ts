/** The page in the content folder for whoever sees the folder only: what plays, what does not, and what to do about it. */
import { type Asset, compareNames, mayPlay } from './asset.ts'
import { type AssetGroup, groupOf, isUnchecked } from './asset-group.ts'
import type { Remark } from './remarks.ts'

export interface FolderState {
  readonly assets: readonly Asset[]
  /** IANA name of the clinic's zone: all times are its. */
  readonly zone: string
  /** An instant in the clinic's words: `Tuesday 3 March, 14:32`. */
  readonly dayAndTime: (iso: string) => string
  /** Where and when each asset is next, by its id: `at 14:40`, `at 14:40 on Screen 2`. */
  readonly nextPlays: ReadonlyMap<string, string>
}

const mostRows = 500
const mostOrdered = 2_000

/** Everything but when it was written: worth writing again only when this has changed. */
export function statusWords(state: FolderState): string {
  const assets = inOrder(state.assets)
  const by = (wanted: Asset['state'], plays?: boolean) =>
    assets.filter(({ state, path }) => state === wanted && (plays === undefined || mayPlay(path) === plays))
  const [refused, working] = [by('refused'), by('working')]
  const [drafts, playing] = [by('ready', false), by('ready', true)]
  const ready = [...playing, ...drafts]
  const remarked = assets.filter(({ notices }) => notices.length > 0)
  const counts = [
    [refused.length, 'not on the TV'],
    [working.length, 'in work'],
    [ready.length, 'ready'],
    [remarked.length, 'with something to know'],
  ] as const
  return `<ul class="counts">${counts.map(([count, words]) => `<li><b>${count}</b> ${words}</li>`).join('')}</ul>
${assets.length === 0 ? empty : ''}${section('Not on the TV', 'refused', refused, (asset) => refusedRow(asset, state))}${section('In work', 'working', working, workingRow)}${section('Ready', 'ready', ready, (asset) => readyRow(asset, state))}${section('Good to know', 'notices', remarked, noticesRow)}`
}

/** Of thousands only the first are named, and ordering them would hold up the hub. */
const inOrder = (assets: readonly Asset[]): readonly Asset[] =>
  assets.length > mostOrdered ? assets : assets.toSorted((one, other) => compareNames(one.path, other.path))

/** @param written when, in the clinic's words */
export function statusDocument(words: string, written: string, zone: string, version: string): string {
  const note = `Written on ${escaped(written)} by Anteroom ${escaped(version)}, and again whenever something changes. Times are those of the clinic (${escaped(zone)}). Nothing written here is read: change the files themselves.`
  return page('What Anteroom makes of this folder', words, note)
}

/** What stands there while nobody looks after the folder. */
export function stoppedDocument(written: string, zone: string, version: string): string {
  const words = '<p class="lead">Files that are put in now are looked at when it starts again.</p>'
  return page(
    'Anteroom is not running',
    words,
    `It stopped on ${escaped(written)} (${escaped(zone)}). Anteroom ${escaped(version)}.`,
  )
}

function section(title: string, kind: string, assets: readonly Asset[], row: (asset: Asset) => string): string {
  if (assets.length === 0) return ''
  const more = assets.length - mostRows
  const rest = more > 0 ? `<p class="more">and ${grouped(more)} more</p>` : ''
  return `<section class="${kind}"><h2>${title}</h2><ul>${assets.slice(0, mostRows).map(row).join('')}</ul>${rest}</section>\n`
}

const refusedRow = (asset: Asset, { dayAndTime }: FolderState): string =>
  row(
    asset,
    `${asset.reason === undefined ? '' : remarkText(asset.reason)}${asset.refusedAt === undefined ? '' : `<p class="since">Since ${escaped(dayAndTime(asset.refusedAt))}</p>`}`,
  )

function workingRow(asset: Asset): string {
  const percent = Math.round((asset.progress ?? 0) * 100)
  const left =
    asset.remainingMs === undefined ? '' : `, about ${Math.max(1, Math.round(asset.remainingMs / 60_000))} min left`
  if (asset.kind === 'explainer' && percent === 0) return row(asset, '<p>Waits to be made into a film</p>')
  return row(asset, `<p>${percent} %${left}</p><div class="bar"><i style="width:${percent}%"></i></div>`)
}

function readyRow(asset: Asset, { nextPlays }: FolderState): string {
  const next = nextPlays.get(asset.id)
  const words = isUnchecked(asset) ? waiting.resting : waiting[groupOf(asset)]
  return row(asset, `<p>${escaped(next === undefined ? words : `Next ${next}`)}</p>`)
}

/** What is said of a file whose next play is not known. */
const waiting: Readonly<Record<AssetGroup, string>> = {
  'needs-you': 'Plays in its turn',
  'to-check': 'Does not play now: see below',
  working: '',
  'on-tv': 'Plays in its turn',
  resting: 'Does not play now: see below',
  drafts: 'A draft: it never plays',
}

const noticesRow = (asset: Asset): string => row(asset, asset.notices.map(remarkText).join(''))

const row = ({ title, path }: Asset, inside: string): string =>
  `<li><div class="name"><b><bdi>${escaped(title ?? path)}</bdi></b><small><bdi>${escaped(path)}</bdi></small></div><div>${inside}</div></li>`

const remarkText = ({ message, remedy }: Remark): string => `<p>${escaped(message)} <em>${escaped(remedy)}</em></p>`

const empty =
  '<p class="lead">This folder is empty. Put in a video, a picture or a PDF: it plays by itself, after what is named before it.</p>'

/** 12500 → `12,500` */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** Names come from anybody: no sign of theirs is ever read as HTML, and none turns the direction of what follows. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '\ufffd')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

const page = (title: string, words: string, note: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta http-equiv="refresh" content="30">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${words}
<footer><p>${note}</p></footer>
</main>
</body>
</html>
`

const style = `
:root{color-scheme:light dark;--paper:#f5efe4;--card:#fcf9f3;--ink:#10272e;--faint:#4c6066;--line:#d5d0c6;--mark:#b4571c}
@media (prefers-color-scheme:dark){:root{--paper:#10272e;--card:#1b3a42;--ink:#f5efe4;--faint:#a9c1c1;--line:#33525a;--mark:#f2b98c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:64rem;margin:0 auto;padding:clamp(1.25rem,4vw,3rem)}
h1{margin:0;font:500 clamp(1.8rem,4vw,2.6rem)/1.15 Georgia,"Times New Roman",serif}
h2{margin:2.5rem 0 .75rem;font:500 1.4rem/1.2 Georgia,"Times New Roman",serif}
ul{margin:0;padding:0;list-style:none}
p{margin:0}
em{color:var(--faint);font-style:normal}
.counts{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin-top:1rem;color:var(--faint)}
.counts b{color:var(--ink);font-size:1.35rem;font-variant-numeric:tabular-nums}
.lead{max-width:38rem;margin-top:1.5rem;font-size:1.2rem}
section li{display:grid;grid-template-columns:minmax(12rem,1fr) minmax(0,2fr);gap:.25rem 1.5rem;padding:.75rem 1rem;border:1px solid var(--line);border-bottom-width:0;background:var(--card)}
section li:first-child{border-radius:.75rem .75rem 0 0}
section li:last-child{border-bottom-width:1px;border-radius:0 0 .75rem .75rem}
section li:only-child{border-radius:.75rem}
.ready li{padding-block:.5rem}
.refused li{border-left:.3rem solid var(--mark)}
.name small{display:block;color:var(--faint);font-size:.875rem}
.since,.more{color:var(--faint);font-size:.875rem}
.more{padding:.75rem 1rem}
.bar{height:.4rem;margin-top:.4rem;border-radius:.2rem;background:var(--line);overflow:hidden}
.bar i{display:block;height:100%;background:var(--mark)}
footer{margin-top:3rem;color:var(--faint);font-size:.875rem}
@media (max-width:40rem){section li{grid-template-columns:1fr}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--faint:#444;--line:#bbb;--mark:#000}main{max-width:none;padding:0}section li{break-inside:avoid}h2{break-after:avoid}.bar{display:none}}
`
