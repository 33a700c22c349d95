import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { appealRoute, appealsRoute } from './appeal.route.ts'
import { appealBan, readAppeals } from './bans/appeal-ban.ts'
import { appealView } from './bans/appeal-view.ts'
import { signedIn } from './sessions/session.ts'

const deps = { table: tableNamed('TABLE'), clock }

export const handler = serve(
  on(appealRoute, ({ bearer, body }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(201, await appealBan(deps, accountId, body.text), appealView),
    ),
  ),
  on(appealsRoute, ({ bearer }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(200, await readAppeals(deps, accountId), (appeals) => ({ appeals: appeals.map(appealView) })),
    ),
  ),
)
