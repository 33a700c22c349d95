import { type NextStepName, nextStep } from '../../functions/verification/next-steps.ts'
import { useLanguage } from '../shared/language.ts'
import { Link } from '../shared/router/page.tsx'
import { nextTexts } from './next-texts.ts'

/** What leads on where an identity or an account is taken, in the order in which it is likely to help. */
export const NextSteps = ({ steps }: { steps: readonly NextStepName[] }) => {
  const language = useLanguage()
  return (
    <ol className="tight">
      {steps.map(nextStep).map(({ step, page, ...texts }) => (
        <li key={step}>
          {texts[language]}
          {page !== undefined && (
            <div>
              <Link to={page} className="standing">
                {nextTexts[language][page]}
              </Link>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
