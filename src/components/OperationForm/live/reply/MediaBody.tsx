import {useState, type ReactNode} from 'react';
import type {Reply} from '../../../../transport/exchange.ts';
import styles from './Reply.module.css';
import {useObjectUrl} from './use-object-url.ts';

/** An image, sound, film or PDF as such. The type of the address is set here, so that nothing else can come of it. */
export default function MediaBody({reply, type}: {reply: Reply; type: string}): ReactNode {
  const url = useObjectUrl(reply.bytes, type);
  const [size, setSize] = useState('');
  const [isBroken, setBroken] = useState(false);
  if (url === undefined) return null;
  const onError = () => setBroken(true);
  if (isBroken) {
    return <p className={styles.wrong}>The browser cannot show this body as {type}. It can be downloaded.</p>;
  }
  if (type.startsWith('image/')) {
    return (
      <figure className={styles.media}>
        <img
          src={url}
          alt="The body of the reply"
          onError={onError}
          onLoad={({currentTarget: {naturalWidth, naturalHeight}}) => setSize(`${naturalWidth} × ${naturalHeight}`)}
        />
        <figcaption className={styles.count}>{size} pixels</figcaption>
      </figure>
    );
  }
  // What an API sends has no captions.
  /* eslint-disable jsx-a11y/media-has-caption -- see above */
  if (type.startsWith('audio/')) {
    return <audio className={styles.media} controls src={url} aria-label="The body of the reply" onError={onError} />;
  }
  if (type.startsWith('video/')) {
    return <video className={styles.media} controls src={url} aria-label="The body of the reply" onError={onError} />;
  }
  /* eslint-enable jsx-a11y/media-has-caption */
  return navigator.pdfViewerEnabled ? (
    <iframe className={styles.document} src={url} title="The body of the reply" />
  ) : (
    <p className={styles.count}>This browser shows no PDF in a page. It can be downloaded.</p>
  );
}
