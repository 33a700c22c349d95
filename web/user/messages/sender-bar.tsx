import { Status, Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import type { Message } from './excerpt.ts'
import { messageTexts } from './texts.ts'

/** How delivery stands, and why the last attempt failed where one did. */
const Delivery = ({ message }: { message: Message }) => {
  const texts = useTexts(messageTexts)
  const { status, reason, attempts, nextAttemptAt } = message
  return (
    <Status>
      <Tag tone={status === 'failed' ? 'warn' : status === 'delivered' ? 'good' : 'info'}>{texts[status]}</Tag>
      {status !== 'delivered' && reason !== null && (
        <span>
          {' '}
          {texts[reason]} {texts.attempts(String(attempts))}
        </span>
      )}
      {status === 'accepted' && attempts > 0 && nextAttemptAt !== null && (
        <span>
          {' '}
          {texts.nextAt} <Time at={nextAttemptAt} />
        </span>
      )}
    </Status>
  )
}

/** Above what a message says: who says it, when, through what; and of what somebody else wrote, that it is theirs. */
export const SenderBar = ({ message }: { message: Message }) => {
  const texts = useTexts(messageTexts)
  const { sender, title, channel, option, createdAt } = message
  const isOurs = sender === 'service'
  return (
    <section className="card tight">
      {title !== '' && <h2>{title}</h2>}
      <dl className="facts">
        <div>
          <dt>{texts.sender}</dt>
          <dd>{isOurs ? texts.senderService : texts.senderOwn}</dd>
        </div>
        <div>
          <dt>{texts.sentAt}</dt>
          <dd>
            <Time at={createdAt} />
          </dd>
        </div>
        <div>
          <dt>{texts.through}</dt>
          <dd>{channel === 'inbox' ? texts.toInboxChannel : texts.toWebhook(option ?? '')}</dd>
        </div>
        {channel !== 'inbox' && (
          <div>
            <dt>{texts.state}</dt>
            <dd>
              <Delivery message={message} />
            </dd>
          </div>
        )}
      </dl>
      {!isOurs && <p className="quiet">{texts.foreign}</p>}
    </section>
  )
}
