import { type NextStepName, nextStep } from '../../functions/verification/next-steps.ts'
import { useLanguage } from '../shared/language.ts'
import { Link } from '../shared/router/page.tsx'
import { nextTexts } from './next-texts.ts'

/** What leads on where an identity or an account is taken, in the order in which it is likely to help. `about`: what a person is asked about, by its id. */
export const NextSteps = ({ steps, about }: { steps: readonly NextStepName[]; about?: string }) => {
  const language = useLanguage()
  return (
    <ol className="tight">
      {steps.map(nextStep).map(({ step, page, ...texts }) => (
        <li key={step}>
          {texts[language]}
          {page !== undefined && (
            <div>
              <Link
                to={about !== undefined && step === 'ask_a_person' ? `/cases?about=${about}` : page}
                className="standing"
              >
                {nextTexts[language][page]}
              </Link>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
