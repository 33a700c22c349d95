import type { useForm } from '../../../shared/controls/use-form.ts'
import type { Draft } from '../draft/draft-form.ts'

/** The form of papers and how it is moved. */
export type PapersForm = ReturnType<typeof useForm<Draft>>
