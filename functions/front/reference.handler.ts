import { answering } from '../../shared/http/callers.ts'
import { ok, refused } from '../../shared/kernel/outcome.ts'
import { asset, jsonAsset } from '../../shared/runtime/assets.ts'
import { serve } from '../serve.ts'
import { answerFile, type BuiltFile, filesOf } from './answer-file.ts'
import {
  openApiRoute,
  referenceRoute,
  referenceScriptRoute,
  sandboxOpenApiRoute,
  sandboxReferenceRoute,
} from './reference.route.ts'
import { referencePage } from './reference-page.ts'

const file = filesOf(jsonAsset('hashes.json'), asset)

const built = (name: string): BuiltFile => {
  const found = file(name)
  if (!found) throw new Error(`this function was built without ${name}`)
  return found
}

const script = built('reference.js')
const scriptName = `redoc-${script.hash}.js`
const scriptPath = referenceScriptRoute.path.replace('{script}', scriptName)

/** Open to every page of anybody, unless the gateway has origins to let in and puts them in the place of this. Asked for anew each time, which costs nothing where it is known. */
const DOCUMENT = {
  'content-type': 'application/json',
  'cache-control': 'public, no-cache',
  'access-control-allow-origin': '*',
}
const SCRIPT = {
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': 'public, max-age=31536000, immutable',
}

const on = answering()

const documentOn = (route: typeof openApiRoute | typeof sandboxOpenApiRoute, name: string) =>
  on(route, async ({ headers }) => ok(await answerFile(built(name), headers, DOCUMENT)))

const pageOn = (route: typeof referenceRoute | typeof sandboxReferenceRoute, title: string, document: string) =>
  on(route, async () => ok(referencePage({ title, document, script: scriptPath })))

export const handler = serve(
  documentOn(openApiRoute, 'openapi.json'),
  documentOn(sandboxOpenApiRoute, 'openapi.sandbox.json'),
  pageOn(referenceRoute, '实名 Shiming 接口说明 API reference', openApiRoute.path),
  pageOn(sandboxReferenceRoute, '实名 Shiming 沙箱接口说明 Sandbox API reference', sandboxOpenApiRoute.path),
  on(referenceScriptRoute, async ({ params, headers }) =>
    params.script === scriptName ? ok(await answerFile(script, headers, SCRIPT)) : refused('not_found'),
  ),
)
