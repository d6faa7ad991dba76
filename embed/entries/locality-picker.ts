import '../install.js';
import '../../components/locality-picker/locality-picker.define.js';
