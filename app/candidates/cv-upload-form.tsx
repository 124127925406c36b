import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { FileField } from '~/ui/form-fields'

const ACCEPT = '.pdf,.docx,.odt,.rtf,.txt,.xml,.json,.jpg,.jpeg,.png'

/** A CV as a file, or as a photograph of a paper. */
export function CvUploadForm() {
  const { t } = useText()
  return (
    <Form encType="multipart/form-data">
      <FileField name="file" label={t('cvs:file')} hint={t('cvs:file_hint')} accept={ACCEPT} />
      <Submit>{t('cvs:upload')}</Submit>
    </Form>
  )
}
