import { useTexts } from '../../shared/language.ts'
import { controlTexts } from '../controls/texts.ts'

/** Reasons that are usual: one is put into the field by a press, and may be changed there. */
export const Suggestions = ({ of, onChoose }: { of: readonly string[]; onChoose: (reason: string) => void }) => {
  const texts = useTexts(controlTexts)
  if (of.length === 0) return null
  return (
    <div className="filter">
      <span className="quiet">{texts.suggested}</span>
      <ul>
        {of.map((reason) => (
          <li key={reason}>
            <button type="button" className="chip" onClick={() => onChoose(reason)}>
              {reason}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
