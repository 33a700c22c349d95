import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedIn } from '../account/sessions/session.ts'
import { serve } from '../serve.ts'
import { inboxRoute, messageRoute } from './read.route.ts'
import { readInbox, readMessage } from './read.ts'
import { messageView } from './sending/message-view.ts'

const deps = { table: tableNamed('TABLE'), clock }

export const handler = serve(
  on(messageRoute, ({ bearer, params }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(200, await readMessage(deps, { accountId, id: params.id ?? '' }), messageView),
    ),
  ),
  on(inboxRoute, ({ bearer, query: { limit, cursor } }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(200, await readInbox(deps, { accountId, limit: Number(limit), cursor }), (inbox) => ({
        ...inbox,
        messages: inbox.messages.map(messageView),
      })),
    ),
  ),
)
