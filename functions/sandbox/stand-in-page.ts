import type { Answer } from '../../shared/http/answer.ts'
import { escaped } from './page-html.ts'

/** Nothing runs on it, nothing is written into it, and nobody frames it. */
const HEADERS = {
  'content-type': 'text/html;charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}

/** A text in Chinese and in English. */
export type Both = { zh: string; en: string }

/** Both, one behind the other: nothing of whoever reads it is known there. */
export const both = ({ zh, en }: Both): string => `${escaped(zh)} <span lang="en">${escaped(en)}</span>`

/** A page of a stand-in: what it is, that it only pretends, and on a card what can be done. `card`: tags, as they are. */
export const standInPage = (title: Both, pretended: Both, card: readonly string[]): Answer => ({
  status: 200,
  headers: HEADERS,
  text: [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title.zh)}（模拟）</title>`,
    '<link rel="stylesheet" href="/sandbox/phone/cashier.css"></head>',
    '<body class="cashier"><main class="main stack">',
    `<h1 class="title">${both(title)}</h1>`,
    `<p class="banner">${both(pretended)}</p>`,
    '<div class="card stack">',
    ...card,
    '</div></main></body></html>',
  ].join('\n'),
})

/** A button of a form; `kind`: its class, `button-main` for what is usual. */
export const formButton = (name: string, value: string, text: Both, kind = ''): string =>
  `<button class="button ${kind} button-wide" name="${name}" value="${value}">${both(text)}</button>`

/** The browser goes where a form leads it, by GET. */
export const sentOn = (to: string): Answer => ({ status: 303, headers: { location: to, 'cache-control': 'no-store' } })
