/** A page as it is answered. */
type Page = { status: number; text: string; headers: Record<string, string> }

/** What a reference page shows: the document at this address, by this script. */
export type Reference = { title: string; document: string; script: string }

/**
 * Redoc is what the policy is for. Its script is ours (no CDN), and gets the document from us. It makes an empty style sheet, whose hash
 * this is, and fills it through the object model. Its search runs in a worker made of a blob. Its pictures are data. Nothing is from
 * anywhere else.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "connect-src 'self'",
  'img-src data:',
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page that shows a document of this API; without scripts it leads to the document itself. Chinese first. */
export const referencePage = ({ title, document, script }: Reference): Page => ({
  status: 200,
  text: `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<body>
<noscript>
<p>本页需要 JavaScript。接口说明的原文：<a href="${document}">${document}</a>（OpenAPI 3.1）。</p>
<p lang="en">This page needs JavaScript. The description itself: <a href="${document}">${document}</a> (OpenAPI 3.1).</p>
</noscript>
<main id="reference"></main>
<script src="${script}" data-document="${document}"></script>
</html>
`,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  },
})
