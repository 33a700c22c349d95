import { useTexts } from '../../shared/language.ts'
import { channelTexts } from './texts.ts'

/** What whoever writes the other side has to know. */
export const Takes = () => {
  const texts = useTexts(channelTexts)
  return (
    <section className="card tight">
      <h2>{texts.takes}</h2>
      <ul className="tight">
        <li>{texts.takesPost}</li>
        <li>{texts.takesSigned}</li>
        <li>{texts.takesAnswer}</li>
        <li>{texts.takesTwice}</li>
      </ul>
    </section>
  )
}
