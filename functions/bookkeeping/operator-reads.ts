import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import type { Request } from '../../shared/http/request.ts'
import type { Route } from '../../shared/http/route.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import { asOperator } from '../account/api-keys/operator-key.ts'
import { readWholeOrder } from '../overview/read-whole-order.ts'
import { readRefunds } from '../payment/refunds/read-refunds.ts'
import type { Settings } from '../settings.ts'
import { showBalances, showLedger, showRefunds, showWholeOrder } from './ledger/ledger-view.ts'
import { readBalances, readLedger } from './ledger/read-ledger.ts'
import { balancesRoute, ledgerRoute, refundsRoute, statementRoute, wholeOrderRoute } from './read.route.ts'
import { readVendorStatement } from './statements/import-statement.ts'
import { showStatement } from './statements/statement-view.ts'

export type OperatorReadDeps = { table: Table; clock: Clock; settings: Pick<Settings, 'refunds'> }

/** What operators may see of money, bound to its routes. */
export const operatorReads = (deps: OperatorReadDeps, operatorKeys: Parameters<typeof asOperator>[1]) => {
  const reading = <R extends Route, T>(
    route: R,
    read: (request: Request<R>) => Promise<Outcome<T>>,
    show: (value: T) => unknown,
  ) =>
    on(route, (request) =>
      asOperator(request.bearer, operatorKeys, async () => answered(200, await read(request), show)),
    )
  return [
    reading(ledgerRoute, ({ query }) => readLedger(deps, query), showLedger),
    reading(balancesRoute, ({ query }) => readBalances(deps, query), showBalances),
    reading(wholeOrderRoute, ({ params }) => readWholeOrder(deps, params.id ?? ''), showWholeOrder),
    reading(refundsRoute, ({ query }) => readRefunds(deps, query), showRefunds),
    reading(
      statementRoute,
      ({ params }) => readVendorStatement(deps, params.vendor ?? '', params.day ?? ''),
      showStatement,
    ),
  ]
}
