import type { Applicant } from 'shiming-client'
import { useTexts } from '../../../shared/language.ts'
import { applicantTexts } from './texts.ts'

/** What an applicant is called: an organisation by its name, a person as who the account is. */
export const applicantName = ({ companyName }: Applicant, { me }: { me: string }): string => companyName ?? me

export const ApplicantName = ({ of }: { of: Applicant }) => applicantName(of, useTexts(applicantTexts))
