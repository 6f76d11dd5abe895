/** Counts rows by their ids at the browser's own IndexedDB, past the library that wrote them. */
export async function storedRows(databaseName, storeName) {
  const database = await settled(indexedDB.open(databaseName));
  try {
    // Ids are UUIDs of version 7 and begin with 0: what a library keeps beside the rows (`_design/…`) is not among them.
    return await settled(database.transaction(storeName).objectStore(storeName).count(IDBKeyRange.bound('0', '1')));
  } finally {
    database.close();
  }
}

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
