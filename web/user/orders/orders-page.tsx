import { SECOND } from '../../../shared/kernel/time.ts'
import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Time, useNow } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { boughtName } from '../money/named.ts'
import { Turning } from '../turning.tsx'
import { orderState } from './order-state.ts'
import { orderTexts } from './texts.ts'

/** Everything the account ever ordered, the newest first, a page at a time. */
export const OrdersPage = ({ query }: PageTold) => {
  const language = useLanguage()
  const texts = useTexts(orderTexts)
  const now = useNow(SECOND)
  const before = query.get('before')
  const orders = useResource(`orders ${before}`, (signal) =>
    mine()
      .orders.list({ signal })
      .page(before ?? undefined),
  )
  return (
    <Page title={texts.title}>
      <div className="card stack below">
        <Read of={orders}>
          {({ items, nextCursor }) => (
            <>
              {items.length === 0 && (
                <>
                  <p>{before === null ? texts.none : texts.noneOlder}</p>
                  {before === null && <p className="quiet">{texts.noneMore}</p>}
                  <p className="row">
                    <Link to="/verify" className="button">
                      {texts.toVerify}
                    </Link>
                    <Link to="/membership" className="button">
                      {texts.toMembership}
                    </Link>
                  </p>
                </>
              )}
              <ul className="list">
                {items.map((order) => {
                  const { text, tone } = orderState(order, language, now)
                  return (
                    <li key={order.id}>
                      <div className="row apart">
                        <Link to={`/orders/${order.id}`} className="standing">
                          {boughtName(order, language)}
                        </Link>
                        <Money fen={order.amountFen} />
                      </div>
                      <div className="row apart">
                        <span className="quiet">
                          <Time at={order.createdAt} />
                        </span>
                        <Tag tone={tone}>{text}</Tag>
                      </div>
                    </li>
                  )
                })}
              </ul>
              <Turning path="/orders" before={before} next={nextCursor} />
            </>
          )}
        </Read>
      </div>
    </Page>
  )
}
