import { createHash } from 'node:crypto'
import type { Message } from '../sending/message.ts'
import { markdownHtml, plainHtml } from './markdown.ts'
import { type Pictures, safeHtml } from './safe-html.ts'

/** How the page around it looks, and whether pictures of other sites are fetched. */
export type DocumentLook = {
  theme: 'light' | 'dark'
  size: 'normal' | 'large' | 'largest'
  pictures: Pictures
}

/**
 * Signs that turn the direction of a text end with their link, so that where it leads is read as it is. Contrasts as those of the pages (web/shared/style/tokens.css), whose
 * sheets do not reach in here.
 */
const STYLE = `
html{color-scheme:light;background:#fff;color:#17221d;font:1.0625rem/1.6 -apple-system,BlinkMacSystemFont,"PingFang SC","HarmonyOS Sans SC",MiSans,"Noto Sans SC","Microsoft YaHei",sans-serif}
html[data-theme=dark]{color-scheme:dark;background:#19221e;color:#e9f0ec}
html[data-size=large]{font-size:1.4375rem}
html[data-size=largest]{font-size:1.875rem}
body{margin:0;padding:16px;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6{font-size:1.15em;line-height:1.35;margin:1em 0 .5em}
a{color:#0b5f4e}[data-theme=dark] a{color:#5fd0b1}
a,.host{unicode-bidi:isolate}.host{direction:ltr}
.host,.picture{color:#4d5b54}[data-theme=dark] .host,[data-theme=dark] .picture{color:#adbbb4}
pre{margin:0;font:inherit;white-space:pre-wrap}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
img{max-width:100%;height:auto}
blockquote{margin:1em 0;padding-left:12px;border-left:3px solid currentColor}
table{display:block;max-width:100%;overflow:auto;border-collapse:collapse}
td,th{padding:6px 10px;border:1px solid #78867f;text-align:left;vertical-align:top}
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** A value written out on lines of its own, or as it came where it is none. */
const jsonHtml = (content: string): string => {
  try {
    return plainHtml(JSON.stringify(JSON.parse(content), null, 2))
  } catch {
    // No JSON, or nested deeper than the stack.
    return plainHtml(content)
  }
}

const html: Readonly<Record<Message['template'], (content: string) => string>> = {
  html: (content) => content,
  markdown: markdownHtml,
  txt: plainHtml,
  json: jsonHtml,
}

/**
 * What a message says, as a document of its own that can do nothing: nothing runs in it, nothing is sent from it, it belongs to no origin
 * and so sees no cookies, and only pages of ours may show it. Links open in windows of their own.
 */
export const messageDocument = (
  { template, content }: Pick<Message, 'template' | 'content'>,
  { theme, size, pictures }: DocumentLook,
): { text: string; headers: Record<string, string> } => {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `img-src data:${pictures === 'shown' ? ' https:' : ''}`,
    "script-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ]
  return {
    text: `<!doctype html>
<html lang="zh-CN" data-theme="${theme}" data-size="${size}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>消息 Message</title>
<style>${STYLE}</style>
<body>
<main>${safeHtml(html[template](content), pictures, content)}</main>
</html>
`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
    },
  }
}
