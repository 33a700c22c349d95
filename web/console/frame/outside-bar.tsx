import { useTexts } from '../../shared/language.ts'
import { OtherLanguage } from '../controls/other-language.tsx'
import { frameTexts } from './texts.ts'

/** The top of a page for whoever is not in yet: whose console it is, and in which language. */
export const OutsideBar = () => {
  const texts = useTexts(frameTexts)
  return (
    <header className="bar">
      <span className="brand">
        <span className="brand-mark" aria-hidden="true" />
        {texts.brand}
      </span>
      <span className="bar-end">
        <OtherLanguage />
      </span>
    </header>
  )
}
