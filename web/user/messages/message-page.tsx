import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { ForeignContent } from './foreign-content.tsx'
import { NoticeContent } from './notice-content.tsx'
import { SenderBar } from './sender-bar.tsx'
import { messageTexts } from './texts.ts'

/** One message under the address that pushplus gives it: who sent it, when and through what, and what it says. */
export const MessagePage = ({ params }: PageTold) => {
  const texts = useTexts(messageTexts)
  const id = params.code ?? ''
  const message = useResource(`message ${id}`, (signal) => mine().messages.get(id, { signal }), {
    polls: ({ status }) => status === 'accepted',
  })
  const { known } = message
  const toInbox = (
    <p className="below">
      <Link to="/inbox" className="standing">
        {texts.toInbox}
      </Link>
    </p>
  )
  if (known.is === 'failed' && isProblem(known.error, 'not_found'))
    return (
      <Page title={texts.unknown} lead={texts.unknownMore}>
        {toInbox}
      </Page>
    )
  // The title of a message may say who somebody is, and titles of windows stay in the history.
  return (
    <Page title={texts.content}>
      <div className="stack below">
        <Read of={message}>
          {(value) => (
            <>
              <SenderBar message={value} />
              {value.sender === 'service' ? (
                <NoticeContent content={value.content} />
              ) : (
                <ForeignContent message={value} />
              )}
            </>
          )}
        </Read>
      </div>
      {toInbox}
    </Page>
  )
}
