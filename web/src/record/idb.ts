// IndexedDB as promises: just what the journal needs.

// The handlers of a request without its type: lib.dom's `this` types are in the way.
interface Events {
  onsuccess: unknown;
  onerror: unknown;
}

/** The result of one request. */
export function done<T>(request: Pick<IDBRequest<T>, "result" | "error"> & Events): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Resolves when the transaction is durable, rejects when nothing of it happened. */
export function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
  });
}

/** Calls `each` for every record under the cursor; `each` may use cursor.update and cursor.delete. */
export function walk(
  request: IDBRequest<IDBCursorWithValue | null>,
  each: (cursor: IDBCursorWithValue) => boolean | void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null || each(cursor) === false) resolve();
      else cursor.continue();
    };
    request.onerror = () => reject(request.error);
  });
}

export function deleteDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    // Another tab still has it open; it closes on versionchange, and then success follows.
  });
}
