import * as z from 'zod/mini'
import { answering } from '../../shared/http/callers.ts'
import { asset, jsonAsset } from '../../shared/runtime/assets.ts'
import { env } from '../../shared/runtime/environment.ts'
import { filesOf } from '../front/answer-file.ts'
import { paths } from '../paths.ts'
import { serve } from '../serve.ts'
import { answerAsset, answerPage, answerUnknown, type PageDeps } from './answer-page.ts'
import { assetRoute, openPageRoutes } from './pages.route.ts'

const isSandbox = env('STAGE') === 'sandbox'
const hashes = new Map(Object.entries(z.parse(z.record(z.string(), z.string()), jsonAsset('hashes.json'))))

const file = filesOf(hashes, asset)
const page = file(isSandbox ? 'index.sandbox.html' : 'index.html')
if (!page) throw new Error('this function was built without its pages')
const deps: PageDeps = { page, file, served: paths.filter(({ sandboxOnly }) => isSandbox || !sandboxOnly) }

const on = answering()

export const handler = serve(
  ...openPageRoutes.map((row) => on(row, (request) => answerPage(deps, request))),
  on(assetRoute, ({ params, headers }) => answerAsset(deps, String(params.file), headers)),
  {
    routeKey: '$default',
    run: ({ rawPath: path, headers, requestContext }) =>
      answerUnknown(deps, { method: requestContext.http.method, path, headers }),
  },
)
