import { useEffect, useState } from 'react'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'

/** Opens the browser's own print window; without script the browser's menu does. */
export function PrintButton() {
  const { t } = useText()
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  if (!scripted) return null
  return (
    <Button type="button" look="secondary" onClick={() => window.print()}>
      {t('calls:work.print')}
    </Button>
  )
}
