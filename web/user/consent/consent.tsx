import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Checkbox } from '../../shared/controls/choices.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { type Notice, noticeName } from './notice.ts'
import { NoticeDialog } from './notice-dialog.tsx'
import { consentTexts } from './texts.ts'

type ConsentProps = {
  /** What stands above it, where that is not that it is a consent apart. */
  title?: string
  /** `h3` where it is a part of a card. */
  heading?: 'h2' | 'h3'
  /** In a few words: what is collected, what for, who gets it, how long it is kept, what follows if one does not agree. */
  points: readonly string[]
  notice: Notice
  /** It has changed since it was agreed to. */
  isNewer?: boolean
  /** Names the box on its page. */
  id?: string
  /** What the box says, by the title of the notice, where it says more than that one agrees. */
  label?: (title: string) => string
  /** The notice that is agreed to, by `noticeName`. */
  agreedTo: string
  error: string | undefined
  onAgree: (agreedTo: string) => void
}

/** Before anything is sent: what becomes of it, in a few words and in full, and the box of whoever agrees. Stands in a card. */
export const Consent = (props: ConsentProps) => {
  const texts = useTexts(consentTexts)
  const { title = texts.separate, heading: Heading = 'h2', points, notice, isNewer = false, error, onAgree } = props
  const { id = 'agreedTo', label = texts.agree, agreedTo } = props
  const [isOpen, setOpen] = useState(false)
  const name = noticeName(notice)
  return (
    <>
      <Heading>{title}</Heading>
      {isNewer && <Banner tone="warn">{texts.newer}</Banner>}
      {points.length > 0 && (
        <ul className="tight">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      <Button wide onPress={() => setOpen(true)}>
        {texts.read}
      </Button>
      <Checkbox
        id={id}
        label={label(notice.title)}
        checked={agreedTo === name}
        error={error}
        onCheck={(agreed) => onAgree(agreed ? name : '')}
      />
      {isOpen && <NoticeDialog notice={notice} onClose={() => setOpen(false)} />}
    </>
  )
}
