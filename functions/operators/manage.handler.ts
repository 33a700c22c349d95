import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { doers } from '../audit/deed.ts'
import { serve } from '../serve.ts'
import { enrolUrl } from './enrolment/enrolment.ts'
import { editOperatorRoute, inviteOperatorRoute, listOperatorsRoute, newLinkRoute } from './manage.route.ts'
import { createInvitation, createLink, type Invited } from './managing/create-invitation.ts'
import { editOperator } from './managing/edit-operator.ts'
import { listOperators } from './managing/list-operators.ts'
import { isOperatorName } from './operator.ts'
import { byOperator } from './operator-guards.ts'
import { showOperator } from './operator-view.ts'
import { operatorSettings } from './settings.ts'

const publicUrl = env('PUBLIC_URL')
const { alarm } = observer
const deps = { table: tableNamed('TABLE'), clock, ids, alarm, settings: deployed(operatorSettings) }

const on = answering(byOperator(deps, keptSecret('SECRET_PLATFORM', operatorKeysIn)))

/** Nobody is found under what can be no name. */
const named = (name = ''): Outcome<string> => (isOperatorName(name) ? ok(name) : refused('not_found'))

const shown = ({ person, token }: Invited) => ({ operator: showOperator(person), link: enrolUrl(publicUrl, token) })

export const handler = serve(
  on(listOperatorsRoute, async ({ query }) =>
    answered(200, await listOperators(deps, query), ({ operators, ...page }) => ({
      operators: operators.map(showOperator),
      ...page,
    })),
  ),
  on(inviteOperatorRoute, async ({ body }, by) =>
    answered(201, await createInvitation(deps, doers.operator(by), body), shown),
  ),
  on(editOperatorRoute, async ({ params, body }, by) => {
    const name = named(params.name)
    if (!name.ok) return name
    return answered(200, await editOperator(deps, doers.operator(by), { name: name.value, ...body }), showOperator)
  }),
  on(newLinkRoute, async ({ params, body }, by) => {
    const name = named(params.name)
    return name.ok
      ? answered(201, await createLink(deps, doers.operator(by), { name: name.value, ...body }), shown)
      : name
  }),
)
