import * as z from 'zod/mini'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { asset, jsonAsset } from '../../shared/runtime/assets.ts'
import { env } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { type BuiltFile, filesOf } from '../front/answer-file.ts'
import { paths } from '../paths.ts'
import { serve } from '../serve.ts'
import { answerAsset, answerPage, answerUnknown, type PageDeps } from './answer-page.ts'
import { domainFile } from './domain-file.ts'
import { pageHeaders } from './page-headers.ts'
import { assetRoute, openPageRoutes } from './pages.route.ts'
import { pageSettings } from './settings.ts'

const { wechat } = deployed(pageSettings)
const isSandbox = env('STAGE') === 'sandbox'

const file = filesOf(jsonAsset('hashes.json'), asset)
const built = (name: string): BuiltFile => {
  const found = file(`${name}${isSandbox ? '.sandbox' : ''}.html`)
  if (!found) throw new Error('this function was built without its pages')
  return found
}
const page = { user: built('index'), console: built('console') }
const ahead = z.parse(z.record(z.string(), z.array(z.string())), jsonAsset('ahead.json'))
const headers = pageHeaders({ uploads: new URL(env('UPLOADS_URL')).origin })
const served = paths.filter(({ sandboxOnly }) => isSandbox || !sandboxOnly)
const deps: PageDeps = { page, headers, file, ahead, served }

const on = answering()

export const handler = serve(
  ...openPageRoutes.map((row) => on(row, (request) => answerPage(deps, request))),
  on(assetRoute, ({ params, headers }) => answerAsset(deps, String(params.file), headers)),
  {
    routeKey: '$default',
    async run({ rawPath: path, headers, requestContext }) {
      const { method } = requestContext.http
      // A route of an HTTP API matches whole segments only, so that none could serve it.
      const file = domainFile({ method, path }, wechat)
      return file ? ok(file) : answerUnknown(deps, { method, path, headers })
    },
  },
)
