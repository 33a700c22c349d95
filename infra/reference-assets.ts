import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Assets } from './bundle.ts'
import { openApi } from './openapi/document.ts'

const redoc = dirname(fileURLToPath(import.meta.resolve('redoc/package.json')))

/** Redoc brings a style sheet for scroll bars of its own, which our policy would refuse; we ask for those of the machine. */
const SHEET = /\.push\(\[e\.id,(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"),"",\{version:3,.*?sourceRoot:""\}\]\)/g
const NO_SHEET = '.push([e.id,"",""])'

/**
 * Redoc's side menu has a picture from somewhere else, which our policy would refuse anyway; so that nothing is even asked for, it is an
 * empty one, and Redoc hides it.
 */
const LOGO = 'https://cdn.redoc.ly/redoc/logo-mini.svg'

/** Shows the document its tag names. Fonts are those of the machine; downloads and examples are what the document has. */
const START = `
;(function () {
  var tag = document.currentScript
  Redoc.init(
    tag.dataset.document,
    {
      nativeScrollbars: true,
      expandResponses: '200,201,202',
      generatedSamplesMaxDepth: 4,
      theme: {
        typography: {
          fontFamily: 'system-ui, sans-serif',
          headings: { fontFamily: 'system-ui, sans-serif' },
          code: { fontFamily: 'ui-monospace, monospace', wrap: true },
        },
      },
    },
    document.getElementById('reference'),
  )
})()
`

const scriptOf = async (): Promise<string> => {
  const [code, notices, licence] = await Promise.all(
    ['bundles/redoc.standalone.js', 'bundles/redoc.standalone.js.LICENSE.txt', 'LICENSE'].map((file) =>
      readFile(join(redoc, file), 'utf8'),
    ),
  )
  if (!code?.includes(LOGO) || code.match(SHEET)?.length !== 1)
    throw new Error('this Redoc has another picture or style sheet than the one we know: look what it loads')
  return [`/*!\n${licence}*/`, notices, code.replaceAll(LOGO, 'data:,').replace(SHEET, NO_SHEET), START].join('\n')
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** A file as it is, and in the forms in which it travels. */
const formsOf = async (name: string, text: string): Promise<[string, Uint8Array][]> => {
  const bytes = Buffer.from(text)
  // The best would take seconds for a tenth less.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return [
    [name, bytes],
    [`${name}.br`, await brotli(bytes, { params })],
    [`${name}.gzip`, await zip(bytes, { level: 9 })],
  ]
}

const HASH_LENGTH = 16

/** What `front-reference` answers: the API's descriptions, and the script that shows them. The same sources make the same bytes. */
export const referenceAssets = async (): Promise<Assets> => {
  const texts: Record<string, string> = {
    'openapi.json': JSON.stringify(await openApi('service')),
    'openapi.sandbox.json': JSON.stringify(await openApi('sandbox')),
    'reference.js': await scriptOf(),
  }
  const forms = await Promise.all(Object.entries(texts).map(([name, text]) => formsOf(name, text)))
  const hashes = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH),
    ]),
  )
  return new Map([['hashes.json', Buffer.from(JSON.stringify(hashes))], ...forms.flat()])
}
