import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Checkbox } from '../../shared/controls/choices.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { phoneGroups } from '../../shared/shown/digits.ts'
import { momentText } from '../../shared/shown/moments.ts'
import { useFailure } from '../failure.ts'
import type { Handset, Message } from '../handset.ts'
import { useLanguage, useTexts } from '../language.ts'
import { phoneTexts } from '../texts.ts'
import { Copy } from './copy.tsx'

type OneProps = { message: Message; onFill: () => void }

const One = ({ message: { text, code, at }, onFill }: OneProps) => {
  const texts = useTexts(phoneTexts)
  const language = useLanguage()
  return (
    <li className="tight">
      <p className="quiet">
        <time dateTime={at}>{momentText(Date.parse(at), serviceClock.now(), language)}</time>
      </p>
      <p className="phone-bubble">{text}</p>
      {code !== '' && (
        <div className="row">
          <Button label={`${texts.fill} ${code}`} onPress={onFill}>
            {texts.fill} {code}
          </Button>
          <Copy text={code} label={`${texts.copyCode} ${code}`} />
        </div>
      )}
    </li>
  )
}

type ListProps = { known: Handset['texts']['known']; none: string; fillCode: (message: Message) => void }

/** What came, the newest first. */
const List = ({ known, none, fillCode }: ListProps) => {
  const failure = useFailure()
  if (known.is === 'failed') return <p role="alert">{failure(known.error)}</p>
  if (known.is !== 'ok') return null
  if (known.value.length === 0) return <p className="quiet">{none}</p>
  return (
    <ol className="list">
      {known.value.map((message) => (
        <One key={`${message.at} ${message.code} ${message.text}`} message={message} onFill={() => fillCode(message)} />
      ))}
    </ol>
  )
}

/** Text messages to the number in use, and e-mails to the address that was typed, the newest first. */
export const Messages = ({ handset }: { handset: Handset }) => {
  const texts = useTexts(phoneTexts)
  const [told, setTold] = useState('')
  const { number, email } = handset
  if (number === undefined && email === undefined) return <p>{texts.noNumber}</p>
  const fillCode = (message: Message): void => setTold(handset.fillCode(message) ? texts.filled : texts.nothingToFill)
  return (
    <>
      <Checkbox
        id="phone-by-itself"
        label={texts.byItself}
        checked={!handset.byHand}
        onCheck={(isByItself) => handset.fillByHand(!isByItself)}
      />
      <Status>{told !== '' && <p>{told}</p>}</Status>
      {email !== undefined && (
        <>
          <h3>{texts.mailsTo(email)}</h3>
          <List known={handset.mails.known} none={texts.noMails} fillCode={fillCode} />
        </>
      )}
      {number !== undefined && (
        <>
          <h3>{texts.messagesOf(phoneGroups(number))}</h3>
          <List known={handset.texts.known} none={texts.noMessages} fillCode={fillCode} />
        </>
      )}
    </>
  )
}
