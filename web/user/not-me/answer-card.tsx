import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Question } from '../../shared/controls/question.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { failureText } from '../../shared/state/failure.ts'
import { notMeTexts } from './texts.ts'

/** Asks whether it was them. Yes changes nothing; no opens a case, after a question, and `onDisputed` reads how it stands then. */
export const AnswerCard = ({ id, onDisputed }: { id: string; onDisputed: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(notMeTexts)
  const [isMine, setMine] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [failed, setFailed] = useState<string>()
  const close = (): void => {
    setAsked(false)
    setFailed(undefined)
  }
  const dispute = async (): Promise<void> => {
    try {
      await mine().proofings.dispute(id)
    } catch (error) {
      setFailed(failureText(error, language))
      return
    }
    close()
    await onDisputed()
  }
  return (
    <section className="card stack">
      <Status>{isMine && <Banner tone="good">{texts.mineDone}</Banner>}</Status>
      {isMine ? (
        <Button wide kind="plain" onPress={() => setMine(false)}>
          {texts.mineUndo}
        </Button>
      ) : (
        <>
          <Button wide kind="main" onPress={() => setMine(true)}>
            {texts.mine}
          </Button>
          <Button wide onPress={() => setAsked(true)}>
            {texts.notMine}
          </Button>
        </>
      )}
      {isAsked && (
        <Question
          title={texts.question}
          more={texts.questionMore}
          yes={texts.yes}
          no={texts.no}
          failed={failed}
          onYes={dispute}
          onClose={close}
        />
      )}
    </section>
  )
}

/** The time is over in which it could be said here. */
export const OverCard = ({ id }: { id: string }) => {
  const texts = useTexts(notMeTexts)
  return (
    <section className="card stack">
      <p>{texts.over}</p>
      <Link to={`/cases?about=${id}`} className="button button-wide">
        {texts.help}
      </Link>
    </section>
  )
}
