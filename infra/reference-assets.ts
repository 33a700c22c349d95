import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assets } from './bundle.ts'
import { answerable } from './file-forms.ts'
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

/** The best would take seconds for a tenth less. */
const QUALITY = 9

/** What `front-reference` answers: the API's descriptions, and the script that shows them. The same sources make the same bytes. */
export const referenceAssets = async (): Promise<Assets> => {
  const texts = {
    'openapi.json': JSON.stringify(await openApi('service')),
    'openapi.sandbox.json': JSON.stringify(await openApi('sandbox')),
    'reference.js': await scriptOf(),
  }
  const files = new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const))
  return answerable(files, QUALITY)
}
