import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { serve } from '../serve.ts'
import { inboxRoute, messageDocumentRoute, messageRoute } from './read.route.ts'
import { readInbox, readMessage } from './read.ts'
import { messageView } from './sending/message-view.ts'

const deps = { table: tableNamed('TABLE'), clock }

const on = answering(bySession(deps))

export const handler = serve(
  on(messageRoute, async ({ params }, { accountId }) =>
    answered(200, await readMessage(deps, { accountId, id: params.id ?? '' }), messageView),
  ),
  on(messageDocumentRoute, async ({ params, query, headers }, { accountId }) => {
    const read = await readMessage(deps, { accountId, id: params.id ?? '' })
    if (!read.ok) return read
    // The readers of HTML and Markdown are as heavy as everything else here, and few ask for them.
    const { answerDocument } = await import('./reading/answer-document.ts')
    return ok(answerDocument(read.value, query, headers))
  }),
  on(inboxRoute, async ({ query }, { accountId }) =>
    answered(200, await readInbox(deps, { accountId, ...query }), (inbox) => ({
      ...inbox,
      messages: inbox.messages.map(messageView),
    })),
  ),
)
