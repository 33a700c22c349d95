import { useState } from 'react'
import { AskedButton } from '../../shared/controls/asked-button.tsx'
import { Button } from '../../shared/controls/button.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { notMeTexts } from './texts.ts'

/** Asks whether it was them. Yes changes nothing; no opens a case, after a question, and `onDisputed` reads how it stands then. */
export const AnswerCard = ({ id, onDisputed }: { id: string; onDisputed: () => Promise<void> }) => {
  const texts = useTexts(notMeTexts)
  const { question: title, questionMore: more, yes, no } = texts
  const [isMine, setMine] = useState(false)
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
          <AskedButton
            wide
            question={{ title, more, yes, no }}
            onYes={() => mine().proofings.dispute(id)}
            onOver={onDisputed}
          >
            {texts.notMine}
          </AskedButton>
        </>
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
