import { mayUseCamera } from './page-paths.ts'

/** `uploads`: the origin that files are uploaded to. */
type Places = { uploads: string }

/**
 * Everything from here and nothing inline; files go to where they are uploaded, past this service. WeChat moves the messages of its bridge
 * through hidden frames with addresses of its own, so paying inside WeChat needs those; our own frame is what a message says, as a document
 * that can do nothing.
 */
const userPolicy = ({ uploads }: Places): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${uploads}`,
    "frame-src 'self' weixin: weixinping:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ].join('; ')

/**
 * The console shows nothing that others wrote as they wrote it, sends no form by itself, and is in nobody's frame. Pictures of papers have
 * no address of the service: the page makes one of its own for each, and ends it.
 */
const CONSOLE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What a page may ask its visitor for: nothing, but for the camera where a card is photographed. */
export const permissionsPolicy = (path: string): string =>
  `camera=(${mayUseCamera(path) ? 'self' : ''}), microphone=(), geolocation=()`

/** What is said with every page. It is asked for anew each time, which costs nothing where it is known. */
const everyPage = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  'strict-transport-security': 'max-age=31536000',
  'cross-origin-opener-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/** What is said with a page, by whose it is. */
export const pageHeaders = (places: Places) => ({
  user: {
    ...everyPage,
    'content-security-policy': userPolicy(places),
    // WeChat's payment page looks at the origin it is called from; with no referrer at all it refuses.
    'referrer-policy': 'strict-origin-when-cross-origin',
  },
  console: {
    ...everyPage,
    'content-security-policy': CONSOLE_POLICY,
    // Its addresses name orders and accounts.
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  },
})

export type PageHeaders = ReturnType<typeof pageHeaders>

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  json: 'application/json',
}

/** The list of releases changes under its name; everything else has its content in its name. */
const CHANGING = 'json'

const kindOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

const headersOf = (name: string, isKept: boolean): Record<string, string> | undefined => {
  const kind = kindOf(name)
  const type = Object.hasOwn(types, kind) ? types[kind] : undefined
  return type === undefined || name === 'hashes.json'
    ? undefined
    : {
        'content-type': type,
        'cache-control': isKept ? 'public, max-age=31536000, immutable' : 'no-cache',
        'strict-transport-security': 'max-age=31536000',
      }
}

/** What is said with a file of that name; undefined for one of no kind that pages load. */
export const assetHeaders = (name: string): Record<string, string> | undefined =>
  headersOf(name, kindOf(name) !== CHANGING)

/** The same of a file of the sandbox's phone: it has one name for ever, and is asked for anew each time. */
export const phoneFileHeaders = (name: string): Record<string, string> | undefined => headersOf(name, false)
