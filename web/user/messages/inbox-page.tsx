import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { Turning } from '../turning.tsx'
import { excerptOf, type Message } from './excerpt.ts'
import { messageTexts } from './texts.ts'

const Line = ({ message }: { message: Message }) => {
  const texts = useTexts(messageTexts)
  const { id, sender, title, status, createdAt } = message
  return (
    <li>
      <div className="row apart">
        <Link to={`/shortMessage/${id}`} className="standing">
          {title === '' ? texts.noTitle : title}
        </Link>
        {sender === 'service' && <Tag tone="info">{texts.notice}</Tag>}
        {status !== 'delivered' && <Tag tone={status === 'failed' ? 'warn' : 'info'}>{texts[status]}</Tag>}
      </div>
      <p>{excerptOf(message)}</p>
      <p className="quiet">
        <small>
          <Time at={createdAt} />
        </small>
      </p>
    </li>
  )
}

/** The messages of the account, the newest first, a page at a time. */
export const InboxPage = ({ query }: PageTold) => {
  const texts = useTexts(messageTexts)
  const before = query.get('before')
  const inbox = useResource(
    `inbox ${before}`,
    (signal) =>
      mine()
        .messages.list({ signal })
        .page(before ?? undefined),
    { polls: ({ items }) => items.some(({ status }) => status === 'accepted') },
  )
  return (
    <Page title={texts.inbox} lead={texts.inboxMore}>
      <div className="card stack below">
        <Read of={inbox}>
          {({ items, nextCursor }) => (
            <>
              {items.length === 0 && (
                <>
                  <p>{texts.none}</p>
                  <p className="quiet">{texts.noneMore}</p>
                  <p>
                    <Link to="/account" className="standing">
                      {texts.toTokens}
                    </Link>
                  </p>
                </>
              )}
              <ul className="list">
                {items.map((message) => (
                  <Line key={message.id} message={message} />
                ))}
              </ul>
              <Turning path="/inbox" before={before} next={nextCursor} />
            </>
          )}
        </Read>
      </div>
    </Page>
  )
}
