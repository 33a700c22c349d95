import { useState } from 'react'
import { ShimingProblem } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { ShownSubject } from './about/subject.tsx'
import { caseTexts } from './texts.ts'
import { WordsForm } from './words-form.tsx'

/** The case about the same that is open, where the service says that there is one. */
const openIn = (error: unknown): string | undefined =>
  error instanceof ShimingProblem && error.is('review_open') ? error.extra.review : undefined

/** Asks a person for help, `about` something by its id or a word; what is being dealt with already is led to. */
export const AskCard = ({ about }: { about: string | null }) => {
  const texts = useTexts(caseTexts)
  const [open, setOpen] = useState<string>()
  const ask = async (text: string): Promise<void> => {
    const { id } = await mine().reviews.askForHelp({ subject: about ?? 'other', text })
    router().go(`/cases/${id}`)
  }
  return (
    <section className="card stack" id="ask">
      <h2>{texts.ask}</h2>
      <p>{texts.askLead}</p>
      <WordsForm
        name="ask"
        label={texts.words}
        submit={texts.send}
        send={ask}
        onRefused={(error) => setOpen(openIn(error))}
      >
        {open !== undefined && (
          <p>
            <Link to={`/cases/${open}`} className="standing">
              {texts.toOpen}
            </Link>
          </p>
        )}
        {about !== null && (
          <dl className="facts">
            <div>
              <dt>{texts.about}</dt>
              <dd>
                <ShownSubject of={about} />
              </dd>
            </div>
          </dl>
        )}
      </WordsForm>
    </section>
  )
}
