import { failureText } from '../shared/state/failure.ts'
import { useLanguage } from './language.ts'

/** Says why a call failed, in the language of the page. */
export const useFailure = (): ((error: unknown) => string) => {
  const language = useLanguage()
  return (error) => failureText(error, language)
}
