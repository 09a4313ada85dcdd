#include "faces/server/certificate.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <memory>

#include "host/files.h"

namespace limber::server {
namespace {

constexpr long kDays = 398, kRenewDays = 30, kDay_s = 86'400;
constexpr std::size_t kFileLimit = 1 << 16;

template <auto free_it>
struct Free {
  template <class Thing>
  void operator()(Thing* thing) const {
    free_it(thing);
  }
};
using Pkey = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Free<X509_free>>;
using BioPtr = std::unique_ptr<BIO, Free<BIO_free_all>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;

std::string names_of(const std::vector<std::string>& addresses) {
  std::string names = "DNS:localhost,IP:127.0.0.1";
  for (const std::string& address : addresses) names += ",IP:" + address;
  return names;
}

bool extend(X509* certificate, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

X509Ptr make(EVP_PKEY* key, const std::vector<std::string>& addresses, std::int64_t now_s) {
  X509Ptr certificate(X509_new());
  if (!certificate) return nullptr;
  X509* raw = certificate.get();
  std::uint64_t serial = 0;
  if (RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) != 1) return nullptr;
  X509_NAME* name = X509_get_subject_name(raw);
  const auto* title = reinterpret_cast<const unsigned char*>("Limber on this machine");
  const bool made =
      X509_set_version(raw, X509_VERSION_3) == 1 &&
      ASN1_INTEGER_set_uint64(X509_get_serialNumber(raw), serial >> 1) == 1 &&
      ASN1_TIME_set(X509_getm_notBefore(raw), now_s - kDay_s) != nullptr &&
      ASN1_TIME_set(X509_getm_notAfter(raw), now_s + (kDays - 1) * kDay_s) != nullptr &&
      X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, title, -1, -1, 0) == 1 &&
      X509_set_issuer_name(raw, name) == 1 && X509_set_pubkey(raw, key) == 1 &&
      extend(raw, NID_subject_alt_name, names_of(addresses)) &&
      extend(raw, NID_basic_constraints, "critical,CA:FALSE") &&
      extend(raw, NID_key_usage, "critical,digitalSignature") &&
      extend(raw, NID_ext_key_usage, "serverAuth") && X509_sign(raw, key, EVP_sha256()) > 0;
  return made ? std::move(certificate) : nullptr;
}

std::string text_of(BIO* bio) {
  char* data = nullptr;
  const long length = BIO_get_mem_data(bio, &data);
  return length > 0 ? std::string(data, static_cast<std::size_t>(length)) : std::string();
}

std::string fingerprint_of(const X509* certificate) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  if (X509_digest(certificate, EVP_sha256(), digest, &length) != 1) return "";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (unsigned i = 0; i < length; ++i) {
    if (i > 0) text += ':';
    text += kDigits[digest[i] >> 4];
    text += kDigits[digest[i] & 15];
  }
  return text;
}

bool still_good(X509* certificate, const std::vector<std::string>& addresses, std::int64_t now_s) {
  std::time_t soon = now_s + kRenewDays * kDay_s;
  if (X509_cmp_time(X509_get0_notAfter(certificate), &soon) <= 0) return false;
  for (const std::string& address : addresses) {
    if (X509_check_ip_asc(certificate, address.c_str(), 0) != 1) return false;
  }
  return true;
}

}  // namespace

Result<Certificate> certificate_in(const std::string& folder,
                                   const std::vector<std::string>& addresses, Clock& clock) {
  const std::string path = folder + "/limber.tls";
  const std::int64_t now_s = clock.now_ms() / 1000;
  if (const auto kept = host::read_file(path, kFileLimit); kept && *kept) {
    const BioPtr bio(BIO_new_mem_buf((*kept)->data(), static_cast<int>((*kept)->size())));
    const X509Ptr certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (certificate && still_good(certificate.get(), addresses, now_s)) {
      // The file is both, one after the other; each reader finds its own part.
      return Certificate{**kept, **kept, fingerprint_of(certificate.get()), false};
    }
  }
  const Pkey key(EVP_EC_gen("P-256"));
  const X509Ptr certificate = key ? make(key.get(), addresses, now_s) : nullptr;
  const BioPtr out(BIO_new(BIO_s_mem()));
  if (!certificate || !out || PEM_write_bio_X509(out.get(), certificate.get()) != 1 ||
      PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
    return fail(ErrorKind::store, "no certificate could be made", "", "try without --tls");
  }
  const std::string text = text_of(out.get());
  if (auto made = host::make_private_folder(folder); !made) return std::unexpected(made.error());
  if (auto written = host::write_file(path, text); !written) {
    return std::unexpected(written.error());
  }
  return Certificate{text, text, fingerprint_of(certificate.get()), true};
}

}  // namespace limber::server
