import { env } from '../../shared/runtime/environment.ts'
import { paths } from '../paths.ts'
import { serve } from '../serve.ts'
import { frontPage, isForFrontPage } from './front-page.ts'
import { unknownRefusal } from './unknown.ts'

const isSandbox = env('STAGE') === 'sandbox'
const served = paths.filter(({ sandboxOnly }) => isSandbox || !sandboxOnly)

export const handler = serve({
  routeKey: '$default',
  run: async ({ rawPath: path, headers: { accept }, requestContext }) =>
    isForFrontPage({ method: requestContext.http.method, path, accept })
      ? { ok: true, value: frontPage(isSandbox) }
      : { ok: false, refusal: unknownRefusal(served, path) },
})
