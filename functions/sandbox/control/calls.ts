import { answered } from '../../../shared/http/answer.ts'
import { answering } from '../../../shared/http/callers.ts'
import type { Request } from '../../../shared/http/request.ts'
import type { Route } from '../../../shared/http/route.ts'
import { type Outcome, ok, refusedValue } from '../../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { statementOf } from '../bank/bank.ts'
import {
  bankStatementRoute,
  deliverNotificationsRoute,
  faceRoute,
  faultsRoute,
  paymentsRoute,
  pendingNotificationsRoute,
  peopleRoute,
  receivedMailRoute,
  receivedSmsRoute,
  scanRoute,
  vendorCallsRoute,
} from '../control.route.ts'
import {
  alipayPayRoute,
  complainRoute,
  complaintActionRoute,
  complaintsRoute,
  forcedRefundRoute,
  payRoute,
  wechatUserRoute,
  withdrawalRoute,
} from '../control-channels.route.ts'
import { actAtPage } from '../face/act-at-page.ts'
import { ANYTHING, armFault, faultModes } from '../faults.ts'
import { papers } from '../papers.ts'
import { people } from '../people.ts'
import { accounts } from '../register/accounts.ts'
import { cards } from '../register/cards.ts'
import { companies } from '../register/companies.ts'
import type { LaterSandbox, Sandbox } from '../sandbox.ts'
import { mailsOf } from '../texts/mails.ts'
import { smsOf } from '../texts/texts.ts'
import { vendorTotals } from '../vendor-calls.ts'
import { buyerPays } from './alipay-pay.ts'
import { complaintGoesOn, payerComplains, showComplaints } from './complaints.ts'
import { giveBack, withdraw } from './money.ts'
import { notifications } from './notifications.ts'
import { payerPays, paymentsOf } from './payments.ts'
import { handPhone } from './phone.ts'
import { scan } from './scan.ts'
import { byTesterKey } from './tester.ts'

type FaultBody = Request<typeof faultsRoute>['body']

const arm = async (sandbox: Sandbox, body: FaultBody): Promise<Outcome<FaultBody>> => {
  const modes = faultModes[body.target]
  if (!Object.hasOwn(modes, body.mode)) return refusedValue('/mode', { enum: Object.keys(modes) })
  await armFault(sandbox, body.target, body.subject ?? ANYTHING, body.mode, body.times)
  return ok(body)
}

const testAccounts = accounts.map(({ number, note }) => ({ number, note }))

const messages = async (sandbox: Sandbox, phone: string) =>
  (await smsOf(sandbox, phone)).map(({ text, code, at }) => ({ text, code, at: rfc3339(at) }))

const mails = async (sandbox: Sandbox, address: string) =>
  (await mailsOf(sandbox, address)).map(({ to: _, at, ...mail }) => ({ ...mail, at: rfc3339(at) }))

const transfers = async (sandbox: Sandbox, accountNumber: string) =>
  (await statementOf(sandbox, accountNumber)).map(({ at, ...came }) => ({ ...came, at: rfc3339(at) }))

/** The calls of a tester, bound to their routes. Everybody else is told to sign in. */
export const controlCalls = (sandboxOf: () => Promise<LaterSandbox>, testerKey: string | undefined) => {
  const on = answering(byTesterKey(testerKey))
  const tester = <R extends Route & { caller: 'tester' }, T>(
    route: R,
    run: (sandbox: LaterSandbox, request: Request<R>) => Promise<Outcome<T>>,
  ) => on(route, async (request) => answered(200, await run(await sandboxOf(), request)))
  return [
    tester(peopleRoute, async () => ok({ people: [...people, ...papers], cards, companies, accounts: testAccounts })),
    tester(receivedSmsRoute, async (sandbox, { query }) => ok({ messages: await messages(sandbox, query.phone) })),
    tester(receivedMailRoute, async (sandbox, { query }) => ok({ mails: await mails(sandbox, query.to) })),
    tester(payRoute, (sandbox, { body }) => payerPays(sandbox, body)),
    tester(paymentsRoute, (sandbox, { query }) => paymentsOf(sandbox, query)),
    tester(scanRoute, (sandbox, { body }) => scan(sandbox, body)),
    tester(vendorCallsRoute, async (sandbox, { query }) => ok({ vendors: await vendorTotals(sandbox, query.phone) })),
    tester(bankStatementRoute, async (sandbox, { query }) =>
      ok({ transfers: await transfers(sandbox, query.accountNumber) }),
    ),
    tester(faceRoute, (sandbox, { body }) => actAtPage(sandbox, body)),
    tester(faultsRoute, (sandbox, { body }) => arm(sandbox, body)),
    tester(pendingNotificationsRoute, async (sandbox) => ok(await notifications(sandbox, false))),
    tester(deliverNotificationsRoute, async (sandbox) => ok(await notifications(sandbox, true))),
    tester(alipayPayRoute, (sandbox, { body }) => buyerPays(sandbox, body)),
    tester(forcedRefundRoute, (sandbox, { body }) => giveBack(sandbox, body)),
    tester(withdrawalRoute, (sandbox, { body }) => withdraw(sandbox, body)),
    tester(complainRoute, (sandbox, { body }) => payerComplains(sandbox, body)),
    tester(complaintsRoute, (sandbox) => showComplaints(sandbox)),
    tester(complaintActionRoute, (sandbox, { params, body }) => complaintGoesOn(sandbox, params.id ?? '', body)),
    tester(wechatUserRoute, (sandbox, { body }) => handPhone(sandbox, body.user)),
  ]
}
