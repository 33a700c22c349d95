import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { openPapers } from './papers/open-papers.ts'
import { papersSettings } from './papers/settings.ts'
import { lookAtPapersRoute } from './papers.route.ts'

const deps = {
  ...{ table: tableNamed('TABLE'), vault, clock, ids },
  settings: deployed(operatorSettings, papersSettings),
}

const on = answering(byOperator(deps, keptSecret('SECRET_PLATFORM', operatorKeysIn)))

export const handler = serve(
  on(lookAtPapersRoute, async ({ params: { account = '', id = '' }, body }, by) =>
    answered(200, await openPapers(deps, by, { accountId: account, id, ...body }), ({ papers, typed }) => {
      const { name, number, nationality, birthDate, validUntil, guardian = null } = typed.reveal()
      return {
        ...{ id: papers.id, kind: papers.kind, document: papers.document, status: papers.status },
        ...{ name, number, nationality: nationality === '' ? null : nationality, birthDate, validUntil, guardian },
        materials: papers.materials,
      }
    }),
  ),
)
