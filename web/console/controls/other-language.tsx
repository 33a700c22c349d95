import { useLanguage } from '../../shared/language.ts'
import { preferences } from '../../shared/preferences.ts'

/** Says the other language in that language, for whoever cannot read this one. */
export const OtherLanguage = () => {
  const language = useLanguage() === 'zh' ? 'en' : 'zh'
  const [name, tag] = language === 'zh' ? ['中文', 'zh-CN'] : ['English', 'en']
  return (
    <button
      type="button"
      className="top-action"
      lang={tag}
      onClick={() => preferences().set({ ...preferences().get(), language })}
    >
      {name}
    </button>
  )
}
